package fr.syaga.facturation.recurrence;

import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.RuleBook;

class RulesTest {

    @Test
    void everyRuleHasItsTests() {
        RuleBook.assertUpToDate("recurrence-service");
    }
}

package fr.syaga.facturation.export;

import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.RuleBook;

class RulesTest {

    @Test
    void everyRuleHasItsTests() {
        RuleBook.assertUpToDate("export-service");
    }
}

package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;

/** The months that changes of a contract's calendar left to nobody; no month twice. */
@Embeddable
public class Gaps {

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "contract_gap", joinColumns = @JoinColumn(name = "contract_id"))
    private List<Gap> gaps = new ArrayList<>();

    public void add(Map<YearMonth, BigDecimal> left) {
        left.forEach((month, netAmount) -> {
            if (gaps.stream().noneMatch(gap -> gap.month().equals(month))) {
                gaps.add(new Gap(month.atDay(1), netAmount));
            }
        });
    }

    public List<Gap> inOrder() {
        return gaps.stream().sorted(Comparator.comparing(Gap::monthOn)).toList();
    }
}

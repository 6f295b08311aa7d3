package fr.syaga.facturation.export.delivery;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.Rejection;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an order needs before it asks anybody. */
class DeliveryOrderTest {

    @Test
    void withoutAMailServerNothingIsOrdered() {
        DeliveryConfig config = new SmallRyeConfigBuilder()
                .withMapping(DeliveryConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of(
                                "facturation.delivery.smtp", "",
                                "facturation.delivery.poll", "PT1S",
                                "facturation.delivery.patience", "PT1S",
                                "facturation.delivery.lease", "PT1S"),
                        "test",
                        100))
                .build()
                .getConfigMapping(DeliveryConfig.class);

        DeliveryOrder order = new DeliveryOrder(null, null, null, null, null, config);

        assertThatThrownBy(() -> order.take(List.of(UUID.randomUUID()), "operator"))
                .isInstanceOf(Rejection.class)
                .extracting(rejection -> ((Rejection) rejection).code())
                .isEqualTo("smtp-not-configured");
    }
}

package fr.syaga.facturation.invoice;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** Many callers write the same at the same moment: one of them wins, the others are told so. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LostRaceTest {

    private static final int CALLERS = 48;

    static Stream<Arguments> onlyOneCanWin() {
        return Stream.of(
                Arguments.of("vat-rates", "{\"kind\":\"SUPER_REDUCED\",\"percent\":2.0,\"from\":\"2095-01-01\"}"),
                Arguments.of(
                        "legal-wordings",
                        "{\"code\":\"EXEMPT\",\"text\":\"Exonération\",\"source\":\"CGI\",\"from\":\"2095-01-01\"}"),
                Arguments.of("customers", "{\"code\":\"RACE1\",\"name\":\"Course SARL\"}"));
    }

    @ParameterizedTest
    @MethodSource("onlyOneCanWin")
    void oneWinsAndTheOthersAreTold(String path, String body) throws Exception {
        Load admin = Load.by(Caller.ADMIN);
        Callable<Integer> call = () -> admin.post("/api/v1/" + path, body).statusCode();

        List<Integer> answers = Load.atOnce(CALLERS, Collections.nCopies(CALLERS, call));

        assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    }
}

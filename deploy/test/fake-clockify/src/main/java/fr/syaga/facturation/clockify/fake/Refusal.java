package fr.syaga.facturation.clockify.fake;

/** A request that Clockify would refuse; carries the answer to give. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(Answer answer) {
        super(answer.status() + "", null, false, false);
        this.answer = answer;
    }

    /** 400 with code 501: bean validation, and entities that are missing, deleted or of somebody else. */
    static Refusal invalid(String message) {
        return new Refusal(Answer.error(400, 501, message));
    }

    /** 400 with code 3000: a query parameter that cannot be converted. */
    static Refusal malformed(String parameter, String value) {
        return new Refusal(Answer.error(
                400, 3000, "Method parameter '%s': Failed to convert value of type '%s'".formatted(parameter, value)));
    }

    static Refusal of(Answer answer) {
        return new Refusal(answer);
    }

    Answer answer() {
        return answer;
    }
}

package fr.syaga.facturation.clockify.api.answer;

/** A person of the workspace. */
public record ClockifyUser(String id, String name, String email) {

    public StoredName storedName() {
        return new StoredName(name, email);
    }
}

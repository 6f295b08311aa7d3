package fr.syaga.facturation.clockify.api.answer;

/** A project and the client that it is for. */
public record ClockifyProject(String id, String name, String clientName) {

    public StoredName storedName() {
        return new StoredName(name, clientName);
    }
}

package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * The secret files that docker-compose.yml mounts. Users in the containers are not the user outside, so the files can be read
 * by all; the folder around them cannot be entered by anybody but its owner.
 */
final class ComposeSecrets {

    /** What only a person can fill in; empty means that there is none. */
    private static final List<String> GIVEN = List.of("clockify_api_key", "clockify_webhook_tokens", "mailer_password");

    private static final String GRAFANA = "grafana_admin";

    private final Path folder;

    ComposeSecrets(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing and keeps what is there: PostgreSQL knows the passwords that it was made with. */
    void complete() throws IOException {
        OwnFiles.folder(folder);
        mode(folder, "rwx------");
        Keys keys = Keys.in(folder);
        missing("signing-key-id", keys.signingKeyId());
        for (String password : passwords()) {
            missing(password, Keys.newSecret());
        }
        missing(GRAFANA, Keys.newSecret());
        for (String given : GIVEN) {
            missing(given, "");
        }
        share();
    }

    /** New passwords for PostgreSQL's owner and the four services; the server learns them from the files. */
    void newPasswords() throws IOException {
        for (String password : passwords()) {
            OwnFiles.write(folder.resolve(password), Keys.newSecret());
        }
        share();
    }

    /** The private key of a rotation that is under way stays its owner's: no container needs it yet. */
    void share() throws IOException {
        List<String> mounted = new ArrayList<>(passwords());
        mounted.addAll(GIVEN);
        mounted.addAll(List.of(GRAFANA, "jwks.json", "signing-key.pem", "signing-key-id"));
        for (String name : mounted) {
            mode(folder.resolve(name), "rw-r--r--");
        }
    }

    private static List<String> passwords() {
        List<String> names = new ArrayList<>(List.of("db_owner"));
        for (Service service : Service.values()) {
            names.add("db_" + service.role());
        }
        return names;
    }

    private void missing(String name, String content) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            OwnFiles.write(folder.resolve(name), content);
        }
    }

    private static void mode(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}

package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The secret files that docker-compose.yml mounts. Users in the containers are not the user outside, so the files can be read
 * by all; the folder around them cannot be entered by anybody but its owner.
 */
final class ComposeSecrets {

    private ComposeSecrets() {}

    /** Makes what is missing and keeps what is there: PostgreSQL knows the passwords that it was made with. */
    static void write(Path folder) throws IOException {
        OwnFiles.folder(folder);
        Keys keys = Keys.in(folder);
        password(folder, "db_owner", keys);
        for (Service service : Service.values()) {
            password(folder, "db_" + service.role(), keys);
        }
        mode(keys.signingKey(), "rw-r--r--");
        mode(folder, "rwx------");
    }

    private static void password(Path folder, String name, Keys keys) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            OwnFiles.write(file, keys.secret(name));
        }
        mode(file, "rw-r--r--");
    }

    private static void mode(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}

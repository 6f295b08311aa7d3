package fr.syaga.facturation.local;

import java.nio.file.Path;

/** The commands of {@code deploy/secrets.sh}; each may be given again without harm. */
public final class SecretsCommand {

    private final Path folder;
    private final ComposeSecrets secrets;

    private SecretsCommand(Path folder) {
        this.folder = folder;
        this.secrets = new ComposeSecrets(folder);
    }

    /** {@code FOLDER [COMMAND [ROLE]]}; nothing but a folder makes what is missing in it. */
    public static void main(String... arguments) {
        try {
            int status = new SecretsCommand(Path.of(arguments[0]))
                    .perform(arguments.length > 1 ? arguments[1] : "", arguments.length > 2 ? arguments[2] : "");
            if (status != 0) {
                System.exit(status);
            }
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private int perform(String command, String role) throws Exception {
        secrets.complete();
        switch (command) {
            case "" -> System.err.println("The secrets of docker-compose.yml are in " + folder);
            case "token" -> {
                return token(role);
            }
            case "next-key" -> System.err.println(new KeyRotation(folder).publishNext() + " is published");
            case "use-next-key" -> System.err.println(new KeyRotation(folder).useNext() + " signs");
            case "forget-old-keys" -> new KeyRotation(folder).forgetOld();
            case "new-passwords" -> secrets.newPasswords();
            default -> {
                return usage();
            }
        }
        secrets.share();
        return 0;
    }

    private int token(String role) {
        if (!Keys.ROLES.contains(role)) {
            return usage();
        }
        System.out.println(Keys.in(folder).token(role));
        return 0;
    }

    private static int usage() {
        System.err.println("Usage: deploy/secrets.sh [token reader|operator|admin | next-key | use-next-key |"
                + " forget-old-keys | new-passwords]");
        return 2;
    }
}

package fr.syaga.facturation.local;

import java.util.Arrays;

/** The commands of {@code deploy/local.sh}. Results go to the standard output, the rest to the standard error. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        try {
            System.exit(command(arguments));
        } catch (Trouble e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static int command(String... arguments) throws Exception {
        String command = arguments.length == 0 ? "" : arguments[0];
        Home home = Home.of(System.getenv());
        return switch (command) {
            case "up" -> up(home);
            case "demo" -> new Demonstration(home).perform();
            case "figures" ->
                new Demonstration(home).performOnRunning(arguments.length > 1 && "again".equals(arguments[1]));
            case "token" -> token(home, arguments);
            case "down" -> down(home);
            case "reset" -> reset(home);
            case Processes.SUPERVISE -> supervise(home, arguments);
            default -> usage();
        };
    }

    private static int up(Home home) throws Exception {
        new Run(home).up(Settings.of(System.getenv()), false);
        for (Service service : Service.values()) {
            System.out.printf("%-19s %s/q/swagger-ui%n", service.title(), service.url(home));
        }
        System.out.printf("%-19s %s%n", "mail", home.mail());
        System.out.printf("%-19s %s%n", "logs", home.logs());
        Settings.remembered(home)
                .filter(running -> !running.today().isEmpty())
                .ifPresent(running -> System.out.printf(
                        "%-19s %s, fixed; for the real one: deploy/local.sh down, then up%n",
                        "business date", running.today()));
        System.out.println("A token to paste there: deploy/local.sh token operator");
        return 0;
    }

    private static int token(Home home, String... arguments) {
        if (arguments.length != 2 || !Keys.ROLES.contains(arguments[1])) {
            System.err.println("Usage: deploy/local.sh token reader|operator|admin");
            return 2;
        }
        System.out.println(Keys.of(home).token(arguments[1]));
        return 0;
    }

    private static int down(Home home) throws Exception {
        System.err.println(new Run(home).down() ? "Stopped." : "Nothing was running.");
        return 0;
    }

    private static int reset(Home home) throws Exception {
        new Run(home).reset();
        System.err.println("Stopped, and its data removed from " + home.state());
        return 0;
    }

    private static int supervise(Home home, String... arguments) throws Exception {
        new Supervisor(
                        home,
                        new Settings("-".equals(arguments[1]) ? "" : arguments[1], Boolean.parseBoolean(arguments[2])))
                .run();
        return 0;
    }

    private static int usage() {
        System.err.println(
                String.join(
                        "\n",
                        Arrays.asList(
                                "Usage: deploy/local.sh COMMAND",
                                "  up          starts PostgreSQL and the four services, prints their addresses",
                                "  demo        up, then the whole month of the demonstration, checked to the cent",
                                "  token ROLE  prints a bearer token for reader, operator or admin",
                                "  down        stops all of it",
                                "  reset       stops all of it and removes its data",
                                "  figures [again]  the same month on services that run already, on these ports and with these keys",
                                "Settings: FACTURATION_HOME (state, default deploy/.local), FACTURATION_PORT_BASE (default 8080),",
                                "FACTURATION_TODAY (a fixed business date), FACTURATION_START_WAIT (how long up may take, default 10m)")));
        return 2;
    }
}

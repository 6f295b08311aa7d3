package fr.syaga.facturation.local;

import java.io.IOException;
import java.util.Optional;

import fr.syaga.facturation.local.demo.Demo;
import fr.syaga.facturation.local.demo.DemoFailed;
import fr.syaga.facturation.local.demo.Target;

/** Brings the run up as the demonstration needs it, and keeps the demonstration away from data that is not its own. */
final class Demonstration {

    private final Home home;
    private final Run run;

    Demonstration(Home home) {
        this.home = home;
        this.run = new Run(home);
    }

    /** @return 0 when every figure holds */
    int perform() throws IOException, InterruptedException {
        Demo demo = new Demo(target());
        if (run.isUp() && Settings.rememberedPortBase(home) == home.portBase()) {
            // Asked before anything is restarted: somebody may be at work with that data.
            run.up(Settings.of(System.getenv()), false);
            requireOwnData(demo);
        }
        boolean startedHere = run.up(Settings.DEMO, true);
        try {
            requireOwnData(demo);
        } catch (Trouble e) {
            if (startedHere) {
                run.down();
            }
            throw e;
        }
        return demo.run() ? 0 : 1;
    }

    /**
     * @param again when true the job was done before, and nothing may be new
     * @return 0 when every figure holds on the services that answer on this run's ports, whoever started them
     */
    int performOnRunning(boolean again) throws IOException {
        Demo demo = new Demo(target());
        requireOwnData(demo);
        return (again ? demo.repeat() : demo.run()) ? 0 : 1;
    }

    private static void requireOwnData(Demo demo) {
        try {
            Optional<String> stranger = demo.stranger();
            if (stranger.isPresent()) {
                throw new Trouble(
                        ("The database holds documents that are not the demonstration's (%s). Nothing was written."
                                        + " Give it a place of its own with FACTURATION_HOME, or remove the data with"
                                        + " deploy/local.sh reset.")
                                .formatted(stranger.get()));
            }
        } catch (DemoFailed e) {
            throw new Trouble(e.getMessage(), e);
        }
    }

    private Target target() {
        return new Target(
                Service.INVOICE.url(home),
                Service.RECURRENCE.url(home),
                Service.CLOCKIFY.url(home),
                Service.EXPORT.url(home),
                Keys.of(home).token("operator"),
                home.demoData(),
                home.out(),
                home.reports());
    }
}

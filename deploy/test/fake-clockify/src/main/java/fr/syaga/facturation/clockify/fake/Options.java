package fr.syaga.facturation.clockify.fake;

import java.util.List;
import java.util.Optional;

/** What stands on the command line, a name and its value after it; a missing one ends the process with the usage. */
record Options(List<String> arguments) {

    String required(String name) {
        return optional(name).orElseGet(() -> {
            System.err.println(
                    "usage: --port N --workspace FILE --api-key KEY [--host NAME] [--hourly-quota N]; missing: "
                            + name);
            System.exit(2);
            return "";
        });
    }

    Optional<String> optional(String name) {
        int at = arguments.indexOf(name);
        return at < 0 || at + 1 >= arguments.size() ? Optional.empty() : Optional.of(arguments.get(at + 1));
    }
}

package fr.syaga.facturation.export.document;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

import fr.syaga.facturation.export.Papers;

/** Prints a hundred invoices after as many to warm up, plain and with their XML, and tells the time of one core for each. */
final class PaperBenchmark {

    private static final int COUNT = 100;

    private PaperBenchmark() {}

    public static void main(String... arguments) {
        List<PaperDocument> invoices = IntStream.rangeClosed(1, COUNT)
                .mapToObj(number -> Papers.paper(number, "FRENCH", "20", 1 + number % 4, false))
                .toList();
        Map<String, Function<PaperDocument, byte[]>> printers =
                Map.of("Paper", Printers.paper()::print, "FacturX", Printers.facturX()::print);
        printers.forEach((name, print) -> {
            invoices.forEach(print::apply);
            long begun = cpu();
            long bytes = 0;
            for (PaperDocument each : invoices) {
                bytes += print.apply(each).length;
            }
            System.out.printf(
                    "%-8s %.1f ms of a core, %d kB a document%n",
                    name, (cpu() - begun) / 1e6 / COUNT, bytes / COUNT / 1024);
        });
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

package nl.knelpunt.benchmarks.formats;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.api.adapter.SignalDraft;

/**
 * Messages of the size that nobody hopes for, through the adapters of an installation: an audit file of a gibibyte and a list of 200,000 passengers. Each
 * is made in a file first. The audit file is read beside a bare StAX loop over the same file, in turn.
 */
public final class BigMessages {

    private static final long GIBIBYTE = 1L << 30;
    private static final int PASSENGERS = 200_000;
    private static final int RELATIONS = 50_000;

    private BigMessages() {}

    private interface Work {
        void run(InputStream file) throws Exception;
    }

    /** @param args the installation, a folder with room, how many times to read each (3), size of the audit file in MiB (1024) */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of(args[1]));
        int times = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        long size = args.length > 3 ? Long.parseLong(args[3]) << 20 : GIBIBYTE;
        Map<String, SignalAdapter> adapters = ShippedAdapters.of(Path.of(args[0]));
        Path books = folder.resolve("big.xaf");
        Path list = folder.resolve("big.paxlst");
        try {
            auditFile(books, size);
            passengerList(list, PASSENGERS);
            System.out.printf(
                    "%nHeap: at most %,d MiB%n%n", Runtime.getRuntime().maxMemory() >> 20);
            System.out.printf("%-34s %10s %10s %10s %12s%n", "", "MiB", "median s", "MiB/s", "most heap");
            double bare = 0;
            double read = 0;
            List<Double> loops = new ArrayList<>();
            List<Double> adapted = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                loops.add(seconds(books, BigMessages::loop));
                adapted.add(seconds(books, file -> drafts(adapters.get("xaf-3.2"), file)));
            }
            bare = row("bare StAX loop over the audit file", books, loops);
            read = row("audit file (xaf-3.2)", books, adapted);
            List<Double> lists = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                lists.add(seconds(list, file -> drafts(adapters.get("paxlst"), file)));
            }
            row("list of 200,000 passengers (paxlst)", list, lists);
            System.out.printf("%nThe audit file takes %.2f times the bare loop.%n", read / bare);
        } finally {
            Files.deleteIfExists(books);
            Files.deleteIfExists(list);
        }
    }

    private static double row(String name, Path file, List<Double> seconds) throws IOException {
        double[] sorted = seconds.stream().mapToDouble(d -> d).sorted().toArray();
        double median = sorted[sorted.length / 2];
        double size = Files.size(file) / (double) (1 << 20);
        System.out.printf(
                "%-34s %,10.0f %10.1f %10.0f %8d MiB   %s%n",
                name, size, median, size / median, mostHeap(), Arrays.toString(sorted));
        return median;
    }

    /** Since the start of this program, of what holds objects. */
    private static long mostHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                >> 20;
    }

    private static double seconds(Path path, Work work) throws Exception {
        long start = System.nanoTime();
        try (InputStream file = Files.newInputStream(path)) {
            work.run(file);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void drafts(SignalAdapter adapter, InputStream file) throws Exception {
        List<SignalDraft> drafts = new ArrayList<>();
        adapter.read(file, drafts::add);
        if (drafts.size() != 1) {
            throw new IllegalStateException("One draft was expected, not " + drafts.size());
        }
    }

    private static void loop(InputStream file) throws Exception {
        XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(file);
        long elements = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
                elements++;
            }
        }
        if (elements < 1_000) {
            throw new IllegalStateException("Hardly anything was read");
        }
    }

    private static Writer to(Path file) throws IOException {
        return new BufferedWriter(
                new OutputStreamWriter(new BufferedOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8));
    }

    private static void auditFile(Path file, long size) throws IOException {
        progress("audit file", 0);
        try (Writer out = to(file)) {
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <?knelpunt-kies 1001 1002 1003?>
                    <auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
                    <header><fiscalYear>2025</fiscalYear><startDate>2025-01-01</startDate><endDate>2025-12-31</endDate>
                    <curCode>EUR</curCode><dateCreated>2026-02-03</dateCreated></header>
                    <company><companyName>Groothandel</companyName><taxRegistrationCountry>NL</taxRegistrationCountry>
                    <taxRegIdent>857587973</taxRegIdent><customersSuppliers>
                    """);
            for (int i = 0; i < RELATIONS; i++) {
                out.write("<customerSupplier><custSupID>" + (1_000 + i) + "</custSupID><custSupName>Relatie " + i
                        + "</custSupName><commerceNr>6875" + (1_000 + i % 9_000)
                        + "</commerceNr><custSupTp>S</custSupTp></customerSupplier>\n");
            }
            out.write("</customersSuppliers><transactions><linesCount>0</linesCount><totalDebit>0</totalDebit>"
                    + "<totalCredit>0</totalCredit><journal><jrnID>1</jrnID><desc>Inkoop</desc>\n");
            long written = 0;
            for (int i = 0; written < size; i++) {
                String transaction = transaction(i);
                out.write(transaction);
                written += transaction.length();
                if (i % 500_000 == 0) {
                    progress("audit file", (int) (100 * written / size));
                }
            }
            out.write("</journal></transactions></company></auditfile>\n");
        }
        progress("audit file", 100);
    }

    private static String transaction(int i) {
        String day = "2025-" + two(1 + i % 12) + "-" + two(1 + i % 28);
        StringBuilder text = new StringBuilder("<transaction><nr>").append(i);
        text.append("</nr><desc>Levering ")
                .append(i % 977)
                .append("</desc><periodNumber>")
                .append(1 + i % 12);
        text.append("</periodNumber><trDt>").append(day).append("</trDt>\n");
        for (int line = 1; line <= 3; line++) {
            text.append("<trLine><nr>").append(line).append("</nr><accID>").append(4_000 + (i + line) % 500);
            text.append("</accID><docRef>F")
                    .append(i)
                    .append("</docRef><effDate>")
                    .append(day);
            text.append("</effDate><desc>Regel ").append(line).append(" van de levering</desc><amnt>");
            text.append(i % 10_000).append(".50</amnt><amntTp>").append(line == 1 ? 'D' : 'C');
            text.append("</amntTp><custSupID>")
                    .append(1_000 + (i * 7 + line) % RELATIONS)
                    .append("</custSupID></trLine>\n");
        }
        return text.append("</transaction>\n").toString();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static void passengerList(Path file, int passengers) throws IOException {
        try (Writer out = to(file)) {
            out.write("UNB+UNOA:4+MAATSCHAPPIJ:ZZ+KMAR:ZZ+260511:0930+IC1++PAXLST'\n");
            out.write("UNH+M1+PAXLST:D:05B:UN:IATA'\nBGM+745'\nTDT+20+KL731'\nLOC+125+BOG'\n");
            out.write("DTM+189:2605102230:201'\nLOC+87+AMS'\nDTM+232:2605111415:201'\n");
            for (int i = 0; i < passengers; i++) {
                out.write(
                        "NAD+FL+++TESTPERSOON" + i + ":JO'\nATT+2++F'\nDTM+329:850312'\nLOC+178+BOG'\nLOC+174+XXX'\n");
                out.write("NAT+2+XXX'\nRFF+AVF:B" + i + "'\nDOC+P:110:111+D" + i + "'\nDTM+36:300130'\nLOC+91+XXX'\n");
                if (i % 50_000 == 0) {
                    progress("passenger list", 100 * i / passengers);
                }
            }
            out.write("UNT+" + (8 + 10L * passengers) + "+M1'\nUNZ+1+IC1'\n");
        }
        progress("passenger list", 100);
    }

    private static void progress(String what, int percent) {
        System.err.printf("Making the %s: %d%%%n", what, percent);
    }
}

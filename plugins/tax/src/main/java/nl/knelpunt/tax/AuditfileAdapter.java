package nl.knelpunt.tax;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * XML Auditfile Financieel 3.2, the books of one company for one year. Gives one draft that says whose books these are and what is in them; of the
 * customers and suppliers only those that a worker picked, by an instruction before the root:
 *
 * <pre>{@code
 * <?xml version="1.0" encoding="UTF-8"?>
 * <?knelpunt-kies 1001 1007?>
 * <auditfile xmlns="http://www.auditfiles.nl/XAF/3.2">
 * }</pre>
 *
 * <p>Amounts, accounts, bank accounts, descriptions of bookings and contact persons stay behind. Read as a stream, whatever its size.
 */
@Component
@Reads(
        format = "xaf-3.2",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = {"xaf", "xml"})
public final class AuditfileAdapter implements SignalAdapter {

    static final String PICK = "knelpunt-kies";

    private static final Map<String, String> NAMESPACES = Map.of("http://www.auditfiles.nl/XAF/3.2", "", "", "");

    private static final Text NO_COMPANY = new Text(
            "In deze auditfile ontbreekt van wie de administratie is (company, companyName).",
            "This audit file does not say whose books these are (company, companyName).");
    private static final Text TOO_MANY = new Text(
            "Er zijn meer dan " + Ledger.MOST_PICKED
                    + " relaties gekozen. Kies alleen de relaties waar het signaal over gaat.",
            "More than " + Ledger.MOST_PICKED + " relations were picked. Pick only those that the signal is about.");
    private static final Text NOT_FOUND = new Text(
            "Een relatie die is gekozen (knelpunt-kies) staat niet in deze auditfile. Kijk het nummer na (custSupID).",
            "A relation that was picked (knelpunt-kies) is not in this audit file. Look up its number (custSupID).");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        XmlReader xml = XmlReader.ofVersions(message, NAMESPACES);
        Ledger ledger = new Ledger();
        String picked = xml.instruction(PICK);
        if (picked != null && !ledger.pick(picked)) {
            throw xml.error(TOO_MANY);
        }
        xml.enter("auditfile");
        while (xml.next()) {
            switch (xml.name()) {
                case "header" -> header(xml, ledger);
                case "company" -> company(xml, ledger);
            }
        }
        if (!ledger.hasCompany()) {
            throw xml.error(NO_COMPANY);
        }
        if (!ledger.hasAllPicked()) {
            throw xml.error(NOT_FOUND);
        }
        drafts.accept(ledger.draft());
    }

    private static void header(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "fiscalYear" -> ledger.year(xml.text());
                case "startDate" -> ledger.from(xml.date());
                case "endDate" -> ledger.to(xml.date());
                case "dateCreated" -> ledger.made(xml.date());
            }
        }
    }

    private static void company(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        Party company = new Party();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "companyName" -> company.name(xml.text());
                case "taxRegIdent" -> company.taxNumber(xml.text());
                case "streetAddress" -> address(xml, company);
                case "customersSuppliers" -> relations(xml, ledger);
                case "generalLedger" -> ledger.accounts(count(xml, "ledgerAccount"));
                case "transactions" -> transactions(xml, ledger);
            }
        }
        ledger.company(company);
    }

    private static void relations(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("customerSupplier")) {
                relation(xml, ledger);
            }
        }
    }

    /** Its number comes first (the schema says so): of who was not picked nothing else is read. */
    private static void relation(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        Party party = null;
        ledger.relation();
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("custSupID")) {
                party = ledger.picked(xml.text());
            } else if (party != null) {
                picked(xml, party);
            }
        }
    }

    private static void picked(XmlReader xml, Party party) throws MessageException, IOException {
        switch (xml.name()) {
            case "custSupName" -> party.name(xml.text());
            case "commerceNr" -> party.kvk(xml.text());
            case "taxRegIdent" -> party.taxNumber(xml.text());
            case "custSupTp" -> party.kind(xml.text());
            case "streetAddress" -> address(xml, party);
        }
    }

    private static void address(XmlReader xml, Party party) throws MessageException, IOException {
        String street = null;
        String number = null;
        String extension = null;
        String postcode = null;
        String town = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "streetname" -> street = xml.text();
                case "number" -> number = xml.text();
                case "numberExtension" -> extension = xml.text();
                case "postalCode" -> postcode = xml.text();
                case "city" -> town = xml.text();
            }
        }
        party.address(street, number, extension, postcode, town);
    }

    private static int count(XmlReader xml, String element) throws MessageException, IOException {
        int count = 0;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals(element)) {
                count++;
            }
        }
        return count;
    }

    private static void transactions(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("journal")) {
                ledger.journal();
                xml.enter();
                while (xml.next()) {
                    if (xml.name().equals("transaction")) {
                        transaction(xml, ledger);
                    }
                }
            }
        }
    }

    /** Its day stands before its lines. */
    private static void transaction(XmlReader xml, Ledger ledger) throws MessageException, IOException {
        LocalDate day = null;
        ledger.transaction();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "trDt" -> day = ledger.picksAny() ? xml.date() : null;
                case "trLine" -> line(xml, ledger, day);
            }
        }
    }

    private static void line(XmlReader xml, Ledger ledger, LocalDate day) throws MessageException, IOException {
        ledger.line();
        if (!ledger.picksAny()) {
            return;
        }
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("custSupID")) {
                ledger.booked(xml.text(), day);
            }
        }
    }
}

package nl.knelpunt.fiod;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * goAML 5, reports of transactions or activities as financial intelligence units exchange them. One draft of each report. Who reported, amounts, accounts,
 * nationality, residence, passports, occupation, free remarks and reasons stay behind.
 */
@Component
@Reads(
        format = "goaml-5",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = "xml")
public final class GoAmlAdapter implements SignalAdapter {

    private static final Text NO_NUMBER = new Text(
            "Het kenmerk van de melding (entity_reference) ontbreekt. Zonder kenmerk zou dezelfde melding twee keer een signaal worden.",
            "The reference of the report (entity_reference) is missing. Without it the same report would become two signals.");
    private static final Text NO_KIND = new Text(
            "Dit is geen melding: er staat geen transactie (transaction) en geen activiteit (activity) in.",
            "This is no report: it holds no transaction (transaction) and no activity (activity).");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        XmlReader xml = new XmlReader(message, Map.of("", ""));
        Report report = new Report();
        xml.enter("report");
        while (xml.next()) {
            switch (xml.name()) {
                case "rentity_id" -> report.reporter(xml.text());
                case "entity_reference" -> report.reference(xml.text());
                case "report_code" -> report.kind(xml.text());
                case "submission_date", "report_date" -> report.reported(xml.moment());
                case "location" -> report.location(Party.addressLine(xml));
                case "transaction" -> transaction(xml, report);
                case "activity" -> activity(xml, report);
                case "report_indicators" -> indicators(xml, report);
            }
        }
        if (!report.isIdentified()) {
            throw xml.error(NO_NUMBER);
        }
        if (!report.isSignal()) {
            throw xml.error(NO_KIND);
        }
        drafts.accept(report.draft());
    }

    private static void indicators(XmlReader xml, Report report) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("indicator")) {
                report.indicator(xml.text());
            }
        }
    }

    private static void transaction(XmlReader xml, Report report) throws MessageException, IOException {
        report.transaction();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "date_transaction" -> report.happened(xml.moment());
                case "transmode_code" -> report.mode(xml.text());
                case "t_from_my_client", "t_from" -> side(xml, report, "gever");
                case "t_to_my_client", "t_to" -> side(xml, report, "ontvanger");
                case "involved_parties" -> parties(xml, report, "party");
                case "goods_services" -> goods(xml, report);
            }
        }
    }

    /** Accounts are passed over with all that is in them. */
    private static void side(XmlReader xml, Report report, String role) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "from_person", "to_person" -> report.party(Party.person(xml, role));
                case "from_entity", "to_entity" -> report.party(Party.entity(xml, role));
            }
        }
    }

    private static void activity(XmlReader xml, Report report) throws MessageException, IOException {
        report.activity();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "report_parties" -> parties(xml, report, "report_party");
                case "goods_services" -> goods(xml, report);
            }
        }
    }

    private static void parties(XmlReader xml, Report report, String element) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals(element)) {
                xml.enter();
                while (xml.next()) {
                    switch (xml.name()) {
                        case "person", "person_my_client" -> report.party(Party.person(xml, "betrokkene"));
                        case "entity", "entity_my_client" -> report.party(Party.entity(xml, "betrokkene"));
                    }
                }
            }
        }
    }

    private static void goods(XmlReader xml, Report report) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("item")) {
                String kind = null;
                String plate = null;
                xml.enter();
                while (xml.next()) {
                    switch (xml.name()) {
                        case "item_type" -> kind = xml.text();
                        case "registration_number" -> plate = xml.text();
                    }
                }
                report.item(kind, plate);
            }
        }
    }
}

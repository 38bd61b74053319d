package nl.knelpunt.police;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
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
 * NIEM/NIBRS 4.2 submission: one draft per report of an incident or arrest. What is not named here is passed over: of a
 * person only the age is read, of a victim only which person to leave out.
 */
@Component
@Reads(
        format = "nibrs-xml",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = "xml")
public final class IncidentAdapter implements SignalAdapter {

    private static final Map<String, String> NAMESPACES = Map.of(
            "nibrs", "http://fbi.gov/cjis/nibrs/4.2",
            "cjis", "http://fbi.gov/cjis/1.0",
            "j", "http://release.niem.gov/niem/domains/jxdm/5.2/",
            "nc", "http://release.niem.gov/niem/niem-core/3.0/",
            "s", "http://release.niem.gov/niem/structures/3.0/");

    private static final Text NO_NUMBER = new Text(
            "In deze melding ontbreekt de code van de eenheid (ORI) of het nummer van het incident of de aanhouding.",
            "This report lacks the code of the unit (ORI) or the number of the incident or arrest.");
    private static final Text NOTHING_TO_TAKE_IN = new Text(
            "Dit bericht bevat geen melding van een incident of aanhouding om over te nemen.",
            "This message holds no report of an incident or arrest to take in.");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        XmlReader xml = new XmlReader(message, NAMESPACES);
        boolean any = false;
        xml.enter("nibrs:Submission");
        while (xml.next()) {
            if (xml.name().equals("nibrs:Report")) {
                any |= report(xml, drafts);
            }
        }
        if (!any) {
            throw xml.error(NOTHING_TO_TAKE_IN);
        }
    }

    private static boolean report(XmlReader xml, DraftSink drafts) throws MessageException, IOException {
        Report report = new Report();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nibrs:ReportHeader" -> header(xml, report);
                case "nc:Incident" -> incident(xml, report);
                case "j:Offense" -> offence(xml, report);
                case "nc:Location" -> report.location(xml.text("nibrs:LocationCategoryCode"));
                case "nc:Item" -> item(xml, report);
                case "nc:Substance" -> substance(xml, report);
                case "nc:Person" -> person(xml, report);
                case "j:Subject" -> report.suspect(role(xml));
                case "j:Arrestee" -> report.arrestee(role(xml));
                case "j:Victim", "j:EnforcementOfficial" -> report.leaveOut(role(xml));
                case "j:Arrest" -> arrest(xml, report);
            }
        }
        if (!report.isSignal()) {
            return false;
        }
        if (!report.isIdentified()) {
            throw xml.error(NO_NUMBER);
        }
        drafts.accept(report.draft());
        return true;
    }

    private static void header(XmlReader xml, Report report) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nibrs:NIBRSReportCategoryCode" -> report.category(xml.text());
                case "nibrs:ReportActionCategoryCode" -> report.action(xml.text());
                case "nibrs:ReportingAgency" ->
                    report.agency(xml.text(
                            "j:OrganizationAugmentation", "j:OrganizationORIIdentification", "nc:IdentificationID"));
            }
        }
    }

    private static void incident(XmlReader xml, Report report) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:ActivityIdentification" -> report.incidentNumber(xml.text("nc:IdentificationID"));
                case "nc:ActivityDate" -> incidentDate(xml, report);
                case "cjis:IncidentAugmentation" -> report.dateIsOfReport(xml.flag("cjis:IncidentReportDateIndicator"));
            }
        }
    }

    private static void incidentDate(XmlReader xml, Report report) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:DateTime" -> report.moment(xml.moment());
                case "nc:Date" -> report.date(xml.date());
            }
        }
    }

    private static void offence(XmlReader xml, Report report) throws MessageException, IOException {
        String code = null;
        Boolean attempted = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nibrs:OffenseUCRCode" -> code = xml.text();
                case "j:OffenseAttemptedIndicator" -> attempted = xml.flag();
            }
        }
        report.offence(code, attempted);
    }

    private static void item(XmlReader xml, Report report) throws MessageException, IOException {
        String status = null;
        String kind = null;
        BigDecimal quantity = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:ItemStatus" -> status = xml.text("cjis:ItemStatusCode");
                case "j:ItemCategoryNIBRSPropertyCategoryCode" -> kind = xml.text();
                case "nc:ItemQuantity" -> quantity = xml.decimal();
            }
        }
        report.item(kind, quantity, status);
    }

    private static void substance(XmlReader xml, Report report) throws MessageException, IOException {
        String status = null;
        String kind = null;
        BigDecimal quantity = null;
        String unit = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:ItemStatus" -> status = xml.text("cjis:ItemStatusCode");
                case "j:DrugCategoryCode" -> kind = xml.text();
                case "nc:SubstanceQuantityMeasure" -> {
                    xml.enter();
                    while (xml.next()) {
                        switch (xml.name()) {
                            case "nc:MeasureDecimalValue" -> quantity = xml.decimal();
                            case "j:SubstanceUnitCode" -> unit = xml.text();
                        }
                    }
                }
            }
        }
        report.substance(kind, quantity, unit, status);
    }

    private static void person(XmlReader xml, Report report) throws MessageException, IOException {
        String id = xml.attribute("s:id");
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("nc:PersonAgeMeasure")) {
                report.age(id, age(xml));
            }
        }
    }

    private static AgeRange age(XmlReader xml) throws MessageException, IOException {
        AgeRange age = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:MeasureIntegerValue" -> age = AgeRange.around(xml.decimal());
                case "nc:MeasureIntegerRange" -> age = range(xml);
            }
        }
        return age;
    }

    private static AgeRange range(XmlReader xml) throws MessageException, IOException {
        BigDecimal from = null;
        BigDecimal to = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:RangeMinimumIntegerValue" -> from = xml.decimal();
                case "nc:RangeMaximumIntegerValue" -> to = xml.decimal();
            }
        }
        return AgeRange.between(from, to);
    }

    /** Which person has this role: a reference, never more. */
    private static String role(XmlReader xml) throws MessageException, IOException {
        String person = null;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("nc:RoleOfPerson")) {
                person = xml.attribute("s:ref");
            }
        }
        return person;
    }

    private static void arrest(XmlReader xml, Report report) throws MessageException, IOException {
        String number = null;
        LocalDate date = null;
        String charge = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "nc:ActivityIdentification" -> number = xml.text("nc:IdentificationID");
                case "nc:ActivityDate" -> date = xml.date("nc:Date");
                case "j:ArrestCharge" -> charge = xml.text("nibrs:ChargeUCRCode");
            }
        }
        report.arrest(number, date, charge);
    }
}

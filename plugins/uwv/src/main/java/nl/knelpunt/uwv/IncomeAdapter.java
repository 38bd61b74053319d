package nl.knelpunt.uwv;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import nl.knelpunt.api.Text;
import nl.knelpunt.api.adapter.DraftSink;
import nl.knelpunt.api.adapter.MessageException;
import nl.knelpunt.api.adapter.Place;
import nl.knelpunt.api.adapter.Reads;
import nl.knelpunt.api.adapter.SignalAdapter;
import nl.knelpunt.support.identifier.Identifiers;
import nl.knelpunt.support.text.Texts;
import nl.knelpunt.support.xml.Soap;
import nl.knelpunt.support.xml.XmlReader;
import org.osgi.service.component.annotations.Component;

/**
 * SuwiML, answer on somebody's income (UWVDossierInkomstenGSD): one draft per person, of employments only. A benefit tells of
 * health, so what is or was a benefit is left out with who pays it.
 */
@Component
@Reads(
        format = "suwi-inkomsten-xml",
        mediaTypes = {"application/xml", "text/xml"},
        fileEndings = "xml")
public final class IncomeAdapter implements SignalAdapter {

    private static final Map<String, String> NAMESPACES = Map.of(
            "http://bkwi.nl/SuwiML/Diensten/UWVDossierInkomstenGSD/v0200", "suwi",
            "http://bkwi.nl/SuwiML/Diensten/UWVDossierInkomstenGSDDigitaleDiensten/v0200", "suwi",
            "", "");

    private static final Text NO_BSN = new Text(
            "Het burgerservicenummer ontbreekt of klopt niet.",
            "The citizen service number (BSN) is missing or wrong.");
    private static final Text NO_EMPLOYMENT = new Text(
            "Dit bericht bevat geen dienstverband om over te nemen. Uitkeringen worden niet gelezen.",
            "This message holds no employment to take in. Benefits are not read.");

    @Override
    public void read(InputStream message, DraftSink drafts) throws MessageException, IOException {
        Soap.read(message, NAMESPACES, "suwi:UWVPersoonsIkvInfoResponse", xml -> {
            boolean any = false;
            while (xml.next()) {
                if (xml.name().equals("ClientSuwi")) {
                    any |= client(xml, drafts);
                }
            }
            if (!any) {
                throw xml.error(NO_EMPLOYMENT);
            }
        });
    }

    private static boolean client(XmlReader xml, DraftSink drafts) throws MessageException, IOException {
        Dossier dossier = new Dossier();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "Burgerservicenr" -> {
                    String given = xml.text();
                    dossier.bsn = Identifiers.bsn(given).orElseThrow(() -> xml.error(NO_BSN));
                }
                case "Inkomstenverhouding" -> dossier.add(employment(xml));
            }
        }
        if (dossier.bsn == null) {
            throw xml.error(NO_BSN);
        }
        if (dossier.isEmpty()) {
            return false;
        }
        drafts.accept(dossier.draft());
        return true;
    }

    private static Employment employment(XmlReader xml) throws MessageException, IOException {
        Employment employment = new Employment();
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "DatBIkv" -> employment.from = day(xml);
                case "DatEIkv" -> employment.to = day(xml);
                case "AdministratieveEenheid" -> employer(xml, employment);
                case "Inkomstenperiode" -> employment.kind(xml.text("CdSrtIkv"));
                case "Inkomstenopgave" -> statement(xml, employment);
            }
        }
        return employment;
    }

    private static void employer(XmlReader xml, Employment employment) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "NaamAdministratieveEenheid" -> employment.name(xml.text());
                case "Loonheffingennr" ->
                    employment.payrollTax = Identifiers.payrollTax(xml.text()).orElse(null);
                case "RechtspersoonAdministratieveEenh" -> legalPerson(xml, employment);
                case "FeitelijkAdresAeh" -> employment.place = address(xml);
            }
        }
    }

    private static void legalPerson(XmlReader xml, Employment employment) throws MessageException, IOException {
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "FiNr" -> employment.rsin = Identifiers.rsin(xml.text()).orElse(null);
                case "NaamRechtspersoon" -> employment.legalName = Texts.fitLine(xml.text());
            }
        }
    }

    private static Place address(XmlReader xml) throws MessageException, IOException {
        String street = null;
        String number = null;
        String suffix = null;
        String postcode = null;
        String town = null;
        xml.enter();
        while (xml.next()) {
            if (xml.name().equals("Straatadres")) {
                xml.enter();
                while (xml.next()) {
                    switch (xml.name()) {
                        case "Straatnaam" -> street = xml.text();
                        case "Huisnr" -> number = xml.text();
                        case "Huisnrtoevoeging" -> suffix = xml.text();
                        case "Postcd" -> postcode = xml.text();
                        case "Woonplaatsnaam" -> town = xml.text();
                    }
                }
            }
        }
        return new Place(
                Texts.fitLine(
                        Texts.joined(" ", street, Texts.joined("", number, suffix == null ? null : "-" + suffix))),
                Identifiers.postcode(postcode).orElse(null),
                Texts.fitLine(town),
                null,
                null,
                null);
    }

    private static void statement(XmlReader xml, Employment employment) throws MessageException, IOException {
        LocalDate from = null;
        BigDecimal hours = null;
        BigDecimal wage = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "DatBIko" -> from = day(xml);
                case "AantVerloondeUrenIko" -> hours = xml.decimal();
                case "BedrBrutoloonSv" -> wage = amount(xml);
            }
        }
        employment.statement(from, hours, wage);
    }

    /** In euros; the message has cents. */
    private static BigDecimal amount(XmlReader xml) throws MessageException, IOException {
        boolean negative = false;
        BigDecimal cents = null;
        xml.enter();
        while (xml.next()) {
            switch (xml.name()) {
                case "CdPositiefNegatief" -> negative = "-".equals(xml.text());
                case "WaardeBedr" -> cents = xml.decimal();
            }
        }
        BigDecimal euros = cents == null ? null : cents.movePointLeft(2);
        return negative && euros != null ? euros.negate() : euros;
    }

    /** Null also for the days by which UWV says that there is none, such as 99991231. */
    private static LocalDate day(XmlReader xml) throws MessageException, IOException {
        LocalDate day = xml.date();
        return day == null || day.getYear() > 2200 ? null : day;
    }
}

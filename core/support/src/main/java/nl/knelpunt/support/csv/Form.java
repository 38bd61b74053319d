package nl.knelpunt.support.csv;

import java.util.Optional;
import java.util.function.Function;
import nl.knelpunt.support.identifier.Identifiers;

/** In which form a cell has to be: an identifier in its one written form. */
enum Form {
    TEXT(Optional::of),
    BSN(Identifiers::bsn),
    RSIN(Identifiers::rsin),
    KVK(Identifiers::kvk),
    KVK_BRANCH(Identifiers::branch),
    VAT(Identifiers::vat),
    PAYROLL_TAX(Identifiers::payrollTax),
    IBAN(Identifiers::iban),
    SBI(Identifiers::sbi),
    BAG(Identifiers::bag),
    POSTCODE(Identifiers::postcode),
    LICENCE_PLATE(Identifiers::licencePlate),
    MUNICIPALITY(Identifiers::municipality);

    private final Function<String, Optional<String>> form;

    Form(Function<String, Optional<String>> form) {
        this.form = form;
    }

    Optional<String> of(String text) {
        return form.apply(text);
    }
}

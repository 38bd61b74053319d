package nl.knelpunt.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/** How somebody works a browser: with a pointer, or with keys alone. */
enum Hands {
    POINTER {
        @Override
        void press(ChromeDriver driver, WebElement control) {
            driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", control);
            control.click();
        }

        @Override
        void goTo(ChromeDriver driver, WebElement control) {
            driver.executeScript("arguments[0].scrollIntoView({ block: 'center' })", control);
            if (!control.equals(driver.switchTo().activeElement())) {
                control.click();
            }
        }

        @Override
        void choose(ChromeDriver driver, WebElement list, String value) {
            new Select(list).selectByValue(value);
        }

        @Override
        void check(ChromeDriver driver, WebElement box) {
            press(driver, box);
        }
    },

    KEYS {
        @Override
        void press(ChromeDriver driver, WebElement control) {
            goTo(driver, control);
            control.sendKeys(Keys.ENTER);
        }

        /** By Tab, or Shift with Tab, whichever is nearer; never by a script. */
        @Override
        void goTo(ChromeDriver driver, WebElement control) {
            for (int i = 0; i < MOST_TABS; i++) {
                WebElement focused = driver.switchTo().activeElement();
                if (focused.equals(control)) {
                    return;
                }
                boolean before = Boolean.TRUE.equals(driver.executeScript(
                        "return Boolean(arguments[0].compareDocumentPosition(arguments[1]) & Node.DOCUMENT_POSITION_PRECEDING)",
                        focused,
                        control));
                focused.sendKeys(before ? Keys.chord(Keys.SHIFT, Keys.TAB) : Keys.TAB);
            }
            throw new AssertionError("Not reached by the Tab key: " + control.getDomProperty("outerHTML"));
        }

        @Override
        void choose(ChromeDriver driver, WebElement list, String value) {
            goTo(driver, list);
            int from = index(driver, list, null);
            int to = index(driver, list, value);
            for (int i = Math.abs(to - from); i > 0; i--) {
                list.sendKeys(to > from ? Keys.ARROW_DOWN : Keys.ARROW_UP);
            }
            assertEquals(value, list.getDomProperty("value"));
        }

        private static int index(ChromeDriver driver, WebElement list, String value) {
            return ((Number) driver.executeScript(
                            "return arguments[1] === null ? arguments[0].selectedIndex"
                                    + " : [...arguments[0].options].findIndex(o => o.value === arguments[1])",
                            list,
                            value))
                    .intValue();
        }

        /** Space; of a group of which one is chosen, the arrows go to it. */
        @Override
        void check(ChromeDriver driver, WebElement box) {
            if ("radio".equals(box.getDomProperty("type"))) {
                WebElement first = (WebElement) driver.executeScript(
                        "const all = [...document.getElementsByName(arguments[0].name)];"
                                + "return all.find(r => r.checked) ?? all[0]",
                        box);
                goTo(driver, first);
                for (int i = 0;
                        i < MOST_CHOICES && !driver.switchTo().activeElement().equals(box);
                        i++) {
                    driver.switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
                }
                assertEquals(box, driver.switchTo().activeElement());
            } else {
                goTo(driver, box);
            }
            if (!box.isSelected()) {
                box.sendKeys(Keys.SPACE);
            }
        }
    };

    private static final int MOST_TABS = 250;
    private static final int MOST_CHOICES = 12;

    /** A button or a link. */
    abstract void press(ChromeDriver driver, WebElement control);

    /** Gives it the focus. */
    abstract void goTo(ChromeDriver driver, WebElement control);

    /** Of a list that opens, the choice with this value. */
    abstract void choose(ChromeDriver driver, WebElement list, String value);

    /** A box that is checked by it, or one of several that is chosen. */
    abstract void check(ChromeDriver driver, WebElement box);

    /** Whatever was in the field goes. */
    void type(ChromeDriver driver, WebElement field, String words) {
        goTo(driver, field);
        if (!"".equals(field.getDomProperty("value"))) {
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
        }
        field.sendKeys(words);
    }

    /** As the browser's language has it: the day first, or the month. */
    void date(ChromeDriver driver, WebElement field, LocalDate day) {
        goTo(driver, field);
        for (String order : new String[] {"ddMMyyyy", "MMddyyyy"}) {
            // Back to the first of its three parts.
            field.sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
            field.sendKeys(day.format(DateTimeFormatter.ofPattern(order)));
            if (day.toString().equals(field.getDomProperty("value"))) {
                return;
            }
        }
        assertEquals(day.toString(), field.getDomProperty("value"), "a day is typed by its digits");
    }
}

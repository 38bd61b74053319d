/** Makes documents: one page of HTML, and a tagged PDF/A of the same page. */
package nl.knelpunt.documents;

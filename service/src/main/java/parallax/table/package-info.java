/**
 * Reading tables that people send: CSV in every usual encoding and separator, and Excel workbooks.
 * It may not interpret what a column means.
 */
@NullMarked
package parallax.table;

import org.jspecify.annotations.NullMarked;

/**
 * The planning report, as PDF and as Word.
 *
 * <p>A report is told what is so ({@link org.lifecircle.report.ReportFacts}) by whoever answers the
 * same questions over HTTP, and computes nothing itself but sums: so no figure on paper can differ
 * from the one on the map. Chapters turn facts into blocks; a chapter without anything to tell is
 * left out. Two writers set the same blocks, one for each kind of document, and drawings are lines
 * and letters in the PDF, pictures in Word.
 *
 * <p>Wording, style sheet, font and logo are files of {@code config/report}. Same facts and same
 * files give the same bytes: dates are those of the data.
 *
 * <p>Known limits: Word cannot hold our drawings as lines, so they are pictures of 180 dots an
 * inch; its table of contents is filled when Word opens the file. A list of hundreds is cut at a
 * stated length, and says where the rest can be had.
 */
@NullMarked
package org.lifecircle.report;

import org.jspecify.annotations.NullMarked;

package io.dovetail.lab.idp.check.report;

import io.dovetail.lab.idp.check.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes both forms of a report. */
public final class ReportFiles {

    private ReportFiles() {}

    public static void write(Report report, Path html, Path xml) {
        try {
            Path folder = html.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(html, HtmlReport.of(report));
            Files.writeString(xml, JUnitReport.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException("The reports could not be written: " + e.getMessage(), e);
        }
    }
}

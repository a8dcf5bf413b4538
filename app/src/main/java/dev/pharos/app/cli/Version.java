package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import picocli.CommandLine.IVersionProvider;

import java.util.ResourceBundle;

/// The version that the build wrote down.
final class Version implements IVersionProvider {

    static String ofPharos() {
        return ResourceBundle.getBundle("dev.pharos.app.version").getString("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {text("version.line", ofPharos(), Runtime.version())};
    }
}

package dev.pharos.ui.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The ability to let the user pick files. Nothing picked is an empty list, or none.
public interface FileChoice {

    /// Picks nothing.
    FileChoice NONE =
            new FileChoice() {
                @Override
                public List<Path> files() {
                    return List.of();
                }

                @Override
                public List<Path> folder() {
                    return List.of();
                }

                @Override
                public Optional<Path> one(List<String> extensions) {
                    return Optional.empty();
                }

                @Override
                public Optional<Path> any() {
                    return Optional.empty();
                }

                @Override
                public boolean reveal(Path place) {
                    return false;
                }

                @Override
                public boolean browse(String address) {
                    return false;
                }

                @Override
                public Optional<Path> save(String name) {
                    return Optional.empty();
                }
            };

    List<Path> files();

    List<Path> folder();

    /// A folder to write into.
    ///
    /// @param title says what for
    default Optional<Path> target(String title) {
        return folder().stream().findFirst();
    }

    /// One file to read.
    ///
    /// @param extensions that it may have, without a dot
    Optional<Path> one(List<String> extensions);

    /// One file to read, whatever its name.
    Optional<Path> any();

    /// Shows where a file or folder lies, in the system's own window.
    ///
    /// @return whether the system has one
    boolean reveal(Path place);

    /// Shows a page of the web, in the system's own browser.
    ///
    /// @return whether the system has one
    boolean browse(String address);

    /// Where to write a file; the dialog has asked before an existing one is named.
    ///
    /// @param name proposed, with its extension
    Optional<Path> save(String name);
}

package dev.pharos.ui.shell;

import java.nio.file.Path;
import java.util.List;

/// The ability to let the user pick files. Nothing picked is an empty list.
public interface FileChoice {
    List<Path> files();

    List<Path> folder();
}

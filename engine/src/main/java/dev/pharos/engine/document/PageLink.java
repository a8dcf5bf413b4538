package dev.pharos.engine.document;

/// An area of a page that leads elsewhere.
public sealed interface PageLink {

    PageBox box();

    /// Into the web.
    ///
    /// @param address begins with `http:`, `https:` or `mailto:`
    record Web(PageBox box, String address) implements PageLink {}

    /// To a page of the same file.
    ///
    /// @param page 1-based
    /// @param y where on that page, as a share of its height from the top, 0 to 1
    record Within(PageBox box, int page, double y) implements PageLink {}
}

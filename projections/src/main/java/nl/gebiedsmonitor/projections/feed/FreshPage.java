package nl.gebiedsmonitor.projections.feed;

/**
 * What has just been recorded, as it is shown by now.
 *
 * @param unsettles whether figures in earlier events may be shown otherwise since, so that nobody may show them again as
 *     they were
 */
public record FreshPage(FeedPage page, boolean unsettles) {}

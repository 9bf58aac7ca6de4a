package parallax.study;

/** What a feature keeps for an engagement and deletes with it. Every deletion may be repeated. */
public interface EngagementContent {

    void deleteContent(Engagement engagement);
}

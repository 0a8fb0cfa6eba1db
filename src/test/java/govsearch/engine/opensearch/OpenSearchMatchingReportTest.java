package govsearch.engine.opensearch;

import govsearch.engine.MatchingReportContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster")
class OpenSearchMatchingReportTest extends MatchingReportContract implements OpenSearchUnderTest {}

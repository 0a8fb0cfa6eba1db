package govsearch.engine.lucene;

import govsearch.engine.MatchVisitContract;

class LuceneMatchVisitTest extends MatchVisitContract implements LuceneUnderTest {}

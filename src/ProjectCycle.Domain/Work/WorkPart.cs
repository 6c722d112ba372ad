using ProjectCycle.Domain.Cycles;

namespace ProjectCycle.Domain.Work;

/// <summary>A part of the work that is filled in here rather than attached as a paper.</summary>
/// <param name="Code">Stored in templates as the subject of a condition, and the last piece of the page's address.</param>
/// <param name="StageCode">The stage it belongs to.</param>
public sealed record WorkPart(string Code, string StageCode);

/// <summary>The parts of the work, stage by stage.</summary>
public static class WorkParts
{
    public const string NeedMap = "need-map";
    public const string Matchmaking = "matchmaking";
    public const string Alignment = "alignment";
    public const string Requirements = "requirements";
    public const string ConceptNote = "concept-note";
    public const string Studies = "studies";
    public const string Readiness = "readiness";
    public const string LetterOfIntent = "letter-of-intent";
    public const string CooperationPlan = "cooperation-plan";
    public const string Components = "components";
    public const string ProjectUnit = "project-unit";
    public const string Risks = "risks";
    public const string ProblemSolving = "problem-solving";
    public const string LegalDrafts = "legal-drafts";
    public const string Rounds = "rounds";
    public const string Positions = "positions";
    public const string Actions = "actions";
    public const string Signing = "signing";

    /// <summary>Every part, in working order.</summary>
    public static IReadOnlyList<WorkPart> All { get; } =
    [
        .. Of(StateCodes.Identification, NeedMap, Matchmaking, Alignment, Requirements, ConceptNote),
        .. Of(StateCodes.Preparation, Studies, Readiness, LetterOfIntent, CooperationPlan),
        .. Of(StateCodes.Appraisal, Components, ProjectUnit, Risks, ProblemSolving, LegalDrafts),
        .. Of(StateCodes.Negotiation, Rounds, Positions, Actions, Signing),
    ];

    private static IEnumerable<WorkPart> Of(string stage, params IEnumerable<string> codes) => codes.Select(code => new WorkPart(code, stage));
}

using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Domain.Appraisal;

/// <summary>A component with its activities, the earliest first.</summary>
public sealed record ComponentLine(ProjectComponent Component, IReadOnlyList<ProjectActivity> Activities);

/// <summary>A position with the name of who fills it; null for nobody.</summary>
public sealed record PositionLine(UnitPosition Position, string? Person);

/// <summary>A risk with the names behind its codes.</summary>
/// <param name="Risk">The risk.</param>
/// <param name="Owner">Who sees to it; null for nobody.</param>
/// <param name="Obstacle">The obstacle it would become; null for none.</param>
public sealed record RiskLine(ProjectRisk Risk, string? Owner, LocalText? Obstacle);

/// <summary>A legal draft with the names behind its ids.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Responsible">Null for nobody.</param>
/// <param name="Document">Title of the text among the project's documents; null for none.</param>
/// <param name="FileId">The latest version of that document.</param>
public sealed record DraftLine(LegalDraft Draft, string? Responsible, string? Document, Guid? FileId);

/// <summary>A condition of the gate ahead.</summary>
/// <param name="Text">The requirement as a sentence.</param>
/// <param name="IsMet">As it stands on the document's day.</param>
public sealed record ConditionLine(string Text, bool IsMet);

/// <summary>Everything the appraisal document says, with names and sentences already in its language.</summary>
public sealed record AppraisalContent
{
    /// <summary>"id" or "en".</summary>
    public required string Language { get; init; }

    public required string ProjectCode { get; init; }
    public required string ProjectName { get; init; }

    /// <summary>The lead partner first.</summary>
    public required IReadOnlyList<string> Partners { get; init; }

    public required string Unit { get; init; }
    public required string Region { get; init; }
    public required string Template { get; init; }
    public required string Stage { get; init; }

    /// <summary>What the partner calls the stage; blank where it has no word of its own.</summary>
    public required string PartnerStage { get; init; }

    public required IReadOnlyList<ProjectAmount> Amounts { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>The unit's zone, in which moments are told.</summary>
    public required IndonesianZone Zone { get; init; }

    public required string MadeBy { get; init; }
    public required string Summary { get; init; }
    public required string RpjmdAlignment { get; init; }
    public required string PartnerProgramme { get; init; }
    public required IReadOnlyList<ComponentLine> Components { get; init; }
    public required IReadOnlyList<PositionLine> Positions { get; init; }

    /// <summary>The heaviest first, closed ones last.</summary>
    public required IReadOnlyList<RiskLine> Risks { get; init; }

    public required IReadOnlyList<ProblemStep> Steps { get; init; }
    public required IReadOnlyList<DraftLine> Drafts { get; init; }

    /// <summary>Where the gate ahead leads; null where none is ahead.</summary>
    public required string? NextStage { get; init; }

    /// <summary>What that gate asks for, in the template's order.</summary>
    public required IReadOnlyList<ConditionLine> Conditions { get; init; }

    /// <summary>The activities of all components.</summary>
    public IEnumerable<ProjectActivity> Activities => Components.SelectMany(line => line.Activities);

    /// <summary>The document's day in the unit's zone.</summary>
    public DateOnly MadeOn => DateOnly.FromDateTime(Zone.LocalTime(MadeAt));
}

using System.Globalization;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Matchmaking;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Matchmaking;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Matchmaking;

/// <summary>One line of the sheet: points as digits, or the word of a gate; blank for not scored.</summary>
public sealed class ScoreLine
{
    public const string Passed = "passed";
    public const string Failed = "failed";

    public string Code { get; set; } = "";
    public string Points { get; set; } = "";
    public string Reason { get; set; } = "";

    public static ScoreLine Of(Criterion criterion, CandidateScore? score) => new()
    {
        Code = criterion.Code,
        Points = score?.IsPassed is { } passed ? (passed ? Passed : Failed) : score?.Points?.ToString(CultureInfo.InvariantCulture) ?? "",
        Reason = score?.Reason ?? "",
    };

    public ScoreInput ToInput() => new(
        Code,
        Points switch { "" or Passed or Failed => null, _ => int.TryParse(Points, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : -1 },
        Points switch { Passed => true, Failed => false, _ => null },
        Reason);
}

/// <summary>The sheet, a line for each criterion.</summary>
public sealed class ScoresForm
{
    public List<ScoreLine> Scores { get; set; } = [];
}

/// <summary>Scores one candidate on every criterion.</summary>
public sealed class ScoresModel(ProjectPage projects, CurrentUser me, Comparison comparison, ScoreCandidate score, Texts texts)
    : WorkFormModel<ScoresForm>(projects, me, texts)
{
    public override string Part => WorkParts.Matchmaking;
    public override string Title => Texts["matchmaking.score-for", Name];

    /// <summary>Of the candidate.</summary>
    public string Name { get; private set; } = "";

    protected override async Task<(ScoresForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        var table = await comparison.OfAsync(Project.Id, cancellation);
        return table.Candidates.FirstOrDefault(column => column.Candidate.Id == id) is { } found
            ? (new ScoresForm { Scores = [.. ReferenceData.Criteria.Select(criterion => ScoreLine.Of(criterion, found.Scores.GetValueOrDefault(criterion.Code)))] }, found.Candidate.Version)
            : null;
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation) =>
        (await score.HandleAsync(Id ?? Guid.Empty, [.. Input.Scores.Select(line => line.ToInput())], Version, cancellation)).Refusals;

    /// <summary>A sheet is emptied line by line.</summary>
    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) =>
        Task.FromResult<Outcome<Done>>(new Refusal("not-found"));

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var table = await comparison.OfAsync(Project.Id, cancellation);
        Name = table.Candidates.FirstOrDefault(column => column.Candidate.Id == Id)?.Candidate.Name ?? "";
    }
}

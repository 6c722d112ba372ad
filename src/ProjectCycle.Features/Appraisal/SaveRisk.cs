using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Appraisal;

/// <summary>A risk as a form hands it over.</summary>
public sealed record RiskInput
{
    private const int Middle = 3;

    public string Title { get; init; } = "";
    public RiskKind Kind { get; init; }

    /// <summary>Blank for none.</summary>
    public string ObstacleCode { get; init; } = "";

    public int Likelihood { get; init; } = Middle;
    public int Impact { get; init; } = Middle;
    public RiskResponse Response { get; init; } = RiskResponse.Reduce;
    public string Measure { get; init; } = "";
    public Guid? OwnerId { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public bool IsClosed { get; init; }
}

/// <summary>Adds, changes and removes risks.</summary>
public sealed class SaveRisk(Workbench bench) : SaveAppraisalRow<ProjectRisk, RiskInput>(bench)
{
    public override RiskInput InputOf(ProjectRisk row) => new()
    {
        Title = row.Title,
        Kind = row.Kind,
        ObstacleCode = row.ObstacleCode,
        Likelihood = row.Likelihood,
        Impact = row.Impact,
        Response = row.Response,
        Measure = row.Measure,
        OwnerId = row.OwnerId,
        ReviewOn = row.ReviewOn,
        IsClosed = row.IsClosed,
    };

    protected override ProjectRisk New(Guid projectId, RiskInput input) => new() { ProjectId = projectId };

    protected override async Task<List<Refusal>> FaultsAsync(RiskInput input, ProjectRisk row, WorkPlace place, CancellationToken cancellation)
    {
        var faults = Fields.Required(input.Title, nameof(input.Title), max: 300)
            .Concat(Known(input.Kind, nameof(input.Kind)))
            .Concat(Between(input.Likelihood, nameof(input.Likelihood), 1, RiskScale.Highest))
            .Concat(Between(input.Impact, nameof(input.Impact), 1, RiskScale.Highest))
            .Concat(Known(input.Response, nameof(input.Response)))
            .Concat(Fields.Text(input.Measure, nameof(input.Measure), max: 2000))
            .Concat(Fields.Date(input.ReviewOn, nameof(input.ReviewOn))).ToList();
        if (input.ObstacleCode != "" && (!ReferenceData.Obstacles.TryGetValue(input.ObstacleCode, out var obstacle) || obstacle.IsGroup))
            faults.Add(new Refusal("unknown-obstacle", nameof(input.ObstacleCode)));
        faults.AddRange(await OfUnitAsync(input.OwnerId, nameof(input.OwnerId), place, cancellation));
        return faults;
    }

    protected override void Fill(ProjectRisk row, RiskInput input)
    {
        row.Title = input.Title.Trim();
        row.Kind = input.Kind;
        row.ObstacleCode = input.ObstacleCode;
        row.Likelihood = input.Likelihood;
        row.Impact = input.Impact;
        row.Response = input.Response;
        row.Measure = input.Measure.Trim();
        row.OwnerId = input.OwnerId;
        row.ReviewOn = input.ReviewOn;
        row.IsClosed = input.IsClosed;
    }
}

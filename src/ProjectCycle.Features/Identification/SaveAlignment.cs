using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>A row of the matrix as a form hands it over.</summary>
public sealed record AlignmentInput
{
    public PlanKind Plan { get; init; }
    public string Reference { get; init; } = "";
    public string Says { get; init; } = "";
    public string Serves { get; init; } = "";
    public PlanFit Fit { get; init; }
}

/// <summary>Enters how a project serves a passage of a plan, corrects it, takes it away.</summary>
public sealed class SaveAlignment(Workbench bench) : SaveRow<AlignmentEntry, AlignmentInput>(bench)
{
    protected override AlignmentEntry New(Guid projectId, AlignmentInput input) =>
        new() { ProjectId = projectId, Plan = input.Plan, Reference = "", Fit = input.Fit };

    protected override Task<List<Refusal>> FaultsAsync(AlignmentInput input, AlignmentEntry row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input).ToList());

    protected override void Fill(AlignmentEntry row, AlignmentInput input)
    {
        row.Plan = input.Plan;
        row.Reference = input.Reference.Trim();
        row.Says = input.Says.Trim();
        row.Serves = input.Serves.Trim();
        row.Fit = input.Fit;
    }

    /// <summary>A project that serves a plan says how; one that does not need not.</summary>
    private static IEnumerable<Refusal> Faults(AlignmentInput input) =>
    [
        .. Enum.IsDefined(input.Plan) ? [] : new[] { new Refusal("required", nameof(input.Plan)) },
        .. Fields.Required(input.Reference, nameof(input.Reference), max: 200),
        .. Fields.Text(input.Says, nameof(input.Says), max: 2000),
        .. input.Fit == PlanFit.None ? Fields.Text(input.Serves, nameof(input.Serves), max: 2000) : Fields.Required(input.Serves, nameof(input.Serves), max: 2000),
        .. Enum.IsDefined(input.Fit) ? [] : new[] { new Refusal("required", nameof(input.Fit)) },
    ];
}

using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
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
public sealed class SaveAlignment(Workbench bench)
{
    /// <summary>Enters a passage.</summary>
    public async Task<Outcome<Guid>> AddAsync(string projectCode, AlignmentInput input, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        return await bench.AddAsync(
            new AlignmentEntry
            {
                ProjectId = opened.Value.Id,
                Plan = input.Plan,
                Reference = input.Reference.Trim(),
                Says = input.Says.Trim(),
                Serves = input.Serves.Trim(),
                Fit = input.Fit,
            },
            cancellation);
    }

    /// <summary>Corrects a passage, unless somebody else saved it after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> ChangeAsync(Guid id, AlignmentInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<AlignmentEntry>(id, Rights.EditWork, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (Faults(input).ToList() is { Count: > 0 } faults)
            return faults;
        var entry = found.Value.Row;
        entry.Plan = input.Plan;
        entry.Reference = input.Reference.Trim();
        entry.Says = input.Says.Trim();
        entry.Serves = input.Serves.Trim();
        entry.Fit = input.Fit;
        return await bench.SaveAsync(entry, version, cancellation);
    }

    /// <summary>Takes a passage away, unless somebody else saved it after <paramref name="version"/>.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid id, int version, CancellationToken cancellation) =>
        bench.RemoveAsync<AlignmentEntry>(id, version, Rights.EditWork, cancellation);

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

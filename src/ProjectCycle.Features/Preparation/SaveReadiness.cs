using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Preparation;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Preparation;

/// <summary>Where a project stands with a readiness criterion, as a form hands it over.</summary>
public sealed record ReadinessInput
{
    public ReadinessState State { get; init; }

    /// <summary>Why it does not apply.</summary>
    public string Reason { get; init; } = "";

    /// <summary>A document of the project, or null.</summary>
    public Guid? DocumentId { get; init; }

    public Guid? OwnerId { get; init; }
    public DateOnly? DueOn { get; init; }
    public string Note { get; init; } = "";
}

/// <summary>Says how far a readiness criterion is, and verifies what others have called final.</summary>
public sealed class SaveReadiness(AppDbContext db, CurrentUser user, Workbench bench)
{
    /// <summary>
    /// Saves everything but the verification. A verified criterion stays verified only while its state and its evidence stay.
    /// </summary>
    /// <param name="projectCode">The project.</param>
    /// <param name="criterion">A code of the list.</param>
    /// <param name="input">What the form says.</param>
    /// <param name="version">The row's version when the form was opened; <see cref="Workbench.NotYet"/> when there was none.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Outcome<Done>> HandleAsync(string projectCode, string criterion, ReadinessInput input, int version, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        if (!ReferenceData.ReadinessCriteria.ContainsKey(criterion))
            return Refusals.NotFound;
        var place = opened.Value;
        var marks = MarksOf(place, criterion);
        var known = await marks.FirstOrDefaultAsync(cancellation);
        if (await FaultsAsync(input, known, place, cancellation) is { Count: > 0 } faults)
            return faults;
        var mark = known ?? new ReadinessMark { ProjectId = place.Id, Criterion = criterion };
        Fill(mark, input);
        return await bench.SaveOnlyAsync(mark, marks, version, cancellation);
    }

    /// <summary>Verifies what somebody else has called final.</summary>
    public async Task<Outcome<Done>> VerifyAsync(string projectCode, string criterion, int version, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.RecordDecision, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var place = opened.Value;
        var mark = await MarksOf(place, criterion).FirstOrDefaultAsync(cancellation);
        if (ReadinessMark.Hindrance(mark?.State ?? ReadinessState.None, mark?.FinalById, user.Id) is { } code)
            return new Refusal(code);
        mark!.Verify(user.Id, bench.Today(place));
        return await bench.SaveAsync(mark, version, cancellation);
    }

    /// <summary>One, or none while nobody has saved it.</summary>
    private IQueryable<ReadinessMark> MarksOf(WorkPlace place, string criterion) =>
        db.ReadinessMarks.Where(m => m.ProjectId == place.Id && m.Criterion == criterion);

    private void Fill(ReadinessMark mark, ReadinessInput input)
    {
        mark.Put(input.State, input.Reason.Trim(), user.Id);
        mark.DocumentId = input.DocumentId;
        mark.OwnerId = input.OwnerId;
        mark.DueOn = input.DueOn;
        mark.Note = input.Note.Trim();
    }

    private async Task<List<Refusal>> FaultsAsync(ReadinessInput input, ReadinessMark? known, WorkPlace place, CancellationToken cancellation)
    {
        var faults = (input.State == ReadinessState.NotApplicable
                ? Fields.Required(input.Reason, nameof(input.Reason), max: 1000)
                : Fields.Text(input.Reason, nameof(input.Reason), max: 1000))
            .Concat(Fields.Date(input.DueOn, nameof(input.DueOn)))
            .Concat(Fields.Text(input.Note, nameof(input.Note), max: 2000))
            .ToList();
        if (!Enum.IsDefined(input.State))
            faults.Add(new Refusal("required", nameof(input.State)));
        else if (input.State == ReadinessState.Verified && known?.State != ReadinessState.Verified)
            faults.Add(new Refusal("verified-elsewhere", nameof(input.State)));
        else if (input.State == ReadinessState.Verified && known!.DocumentId != input.DocumentId)
            faults.Add(new Refusal("verified-evidence", nameof(input.DocumentId)));
        if (!await bench.HasDocumentAsync(input.DocumentId, place, cancellation))
            faults.Add(new Refusal("unknown-document", nameof(input.DocumentId)));
        if (input.OwnerId is { } person && !await bench.IsOfUnitAsync(person, place, cancellation))
            faults.Add(new Refusal("owner-not-in-unit", nameof(input.OwnerId)));
        return faults;
    }
}

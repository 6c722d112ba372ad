using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Intent;

/// <summary>A field of cooperation as a form hands it over.</summary>
public sealed record FieldInput
{
    public string Name { get; init; } = "";
    public string Target { get; init; } = "";
    public string ResponsibleOffice { get; init; } = "";

    /// <summary>Null while unknown.</summary>
    public Money? OurShare { get; init; }

    /// <summary>Null while unknown.</summary>
    public Money? PartnerShare { get; init; }

    public FieldOutcome Outcome { get; init; }
    public string OutcomeNote { get; init; } = "";
}

/// <summary>Enters a field of cooperation, changes one, takes one away.</summary>
public sealed class SaveField(Workbench bench) : SaveRow<CooperationField, FieldInput>(bench)
{
    protected override CooperationField New(Guid projectId, FieldInput input) => new() { ProjectId = projectId, Name = "" };

    protected override Task<List<Refusal>> FaultsAsync(FieldInput input, CooperationField row, WorkPlace place, CancellationToken cancellation) =>
        Task.FromResult(Faults(input).ToList());

    protected override void Fill(CooperationField row, FieldInput input)
    {
        row.Name = input.Name.Trim();
        row.Target = input.Target.Trim();
        row.ResponsibleOffice = input.ResponsibleOffice.Trim();
        row.OurShare = input.OurShare;
        row.PartnerShare = input.PartnerShare;
        row.Outcome = input.Outcome;
        row.OutcomeNote = input.OutcomeNote.Trim();
    }

    private static IEnumerable<Refusal> Faults(FieldInput input)
    {
        foreach (var fault in Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.Target, nameof(input.Target), max: 1000))
            .Concat(Fields.Text(input.ResponsibleOffice, nameof(input.ResponsibleOffice), max: 200))
            .Concat(Fields.Text(input.OutcomeNote, nameof(input.OutcomeNote), max: 2000)))
        {
            yield return fault;
        }
        if (!Enum.IsDefined(input.Outcome))
            yield return new Refusal("required", nameof(input.Outcome));
        foreach (var (share, name) in new[] { (input.OurShare, nameof(input.OurShare)), (input.PartnerShare, nameof(input.PartnerShare)) })
        {
            if (share is { MinorUnits: < 0 } money)
                yield return new Refusal("bad-amount", name, money.Currency.Code, money.Currency.MinorUnit);
        }
    }
}

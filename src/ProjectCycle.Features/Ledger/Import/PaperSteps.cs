using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>The steps an application made on paper before the project was registered here, as its row tells them.</summary>
internal sealed record PaperSteps(DateOnly? SubmittedOn, DateOnly? ApprovedOn, string NoticeNumber, DateOnly? NoticeOn, DateOnly? ClosedOn)
{
    public static PaperSteps Of(LedgerSheetRow row) => new(
        row.Day(nameof(SubmittedOn)), row.Day(nameof(ApprovedOn)), row.Value<string>(nameof(NoticeNumber)) ?? "", row.Day(nameof(NoticeOn)), row.Day(nameof(ClosedOn)));

    /// <summary>Each step needs the one before it.</summary>
    public IEnumerable<Refusal> Faults()
    {
        if (ApprovedOn is not null && SubmittedOn is null)
            yield return new Refusal("paper-step-missing", nameof(SubmittedOn));
        if (NoticeNumber.Length > 0 != NoticeOn is not null)
            yield return new Refusal("required", NoticeOn is null ? nameof(NoticeOn) : nameof(NoticeNumber));
        if (NoticeOn is not null && ApprovedOn is null)
            yield return new Refusal("paper-step-missing", nameof(ApprovedOn));
        if (ClosedOn is not null && NoticeOn is null)
            yield return new Refusal("paper-step-missing", nameof(NoticeOn));
    }
}

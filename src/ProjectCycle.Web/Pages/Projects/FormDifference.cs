using ProjectCycle.Data.Reference;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects;

/// <summary>A field on which two people disagree, in words.</summary>
/// <param name="Label">Key of the field's label.</param>
public sealed record FormDifference(string Label, string Theirs, string Yours)
{
    /// <summary>The fields in which the two forms differ, in the order of the form.</summary>
    public static IReadOnlyList<FormDifference> Between(ProjectForm theirs, ProjectForm yours, ProjectChoices choices, Texts texts, Show show) =>
        Between(Words(theirs, choices, texts, show), Words(yours, choices, texts, show));

    /// <summary>The fields in which two forms differ; both list the same fields in the same order.</summary>
    public static IReadOnlyList<FormDifference> Between(IEnumerable<(string Label, string Value)> theirs, IEnumerable<(string Label, string Value)> yours) =>
        [.. theirs.Zip(yours)
            .Where(pair => pair.First.Value.ReplaceLineEndings("\n").Trim() != pair.Second.Value.ReplaceLineEndings("\n").Trim())
            .Select(pair => new FormDifference(pair.First.Label, pair.First.Value, pair.Second.Value))];

    private static (string Label, string Value)[] Words(ProjectForm form, ProjectChoices choices, Texts texts, Show show) =>
    [
        ("project.field.name-id", form.NameId),
        ("project.field.name-en", form.NameEn),
        ("project.field.owner", Name(choices.People, form.OwnerId)),
        ("project.field.region", ReferenceData.RegionName(form.RegionCode)),
        ("project.field.sector", form.SectorCode),
        ("project.field.agreement", choices.Agreements.FirstOrDefault(a => a.Id == form.AgreementId)?.Number ?? ""),
        ("project.field.partners", string.Join("; ", form.Partners.Where(p => p.PartnerId is not null).Select(p => $"{Name(choices.Partners, p.PartnerId)} ({texts.Enum(p.Role)})"))),
        ("project.field.amounts", string.Join("; ", form.Amounts.Where(a => !string.IsNullOrWhiteSpace(a.Amount)).Select(a => $"{texts.Enum(a.Kind)} {a.Currency.Trim().ToUpperInvariant()} {Plain(a)}"))),
        ("project.field.planned-start", show.Date(form.PlannedStart)),
        ("project.field.signed-on", show.Date(form.SignedOn)),
        ("project.field.effective-on", show.Date(form.EffectiveOn)),
        ("project.field.closing-on", show.Date(form.ClosingOn)),
        ("project.field.completed-on", show.Date(form.CompletedOn)),
        ("project.field.first-payment-on", show.Date(form.FirstPaymentOn)),
        ("project.field.last-payment-on", show.Date(form.LastPaymentOn)),
        ("project.field.rpjmd-alignment", form.RpjmdAlignment),
        ("project.field.partner-programme", form.PartnerProgramme),
        ("project.field.summary", form.Summary),
    ];

    private static string Name(IReadOnlyList<Choice> choices, Guid? id) => choices.FirstOrDefault(choice => choice.Id == id)?.Name ?? "";

    /// <summary>The same amount typed in another way is no difference.</summary>
    private static string Plain(AmountLine line) =>
        AmountText.Read(line.Amount, line.Currency) is { Succeeded: true } money ? AmountText.Write(money.Value) : line.Amount;
}

using ProjectCycle.Domain;
using ProjectCycle.Domain.Intent;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Intent;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Intent;

/// <summary>The inputs, as <see cref="FieldInput"/> names them; amounts as people type them.</summary>
public sealed class FieldForm
{
    public string Name { get; set; } = "";
    public string Target { get; set; } = "";
    public string ResponsibleOffice { get; set; } = "";
    public string OurAmount { get; set; } = "";
    public string OurCurrency { get; set; } = "IDR";
    public string PartnerAmount { get; set; } = "";
    public string PartnerCurrency { get; set; } = "";
    public FieldOutcome Outcome { get; set; }
    public string OutcomeNote { get; set; } = "";
}

/// <summary>A new field of cooperation, or one to change.</summary>
public sealed class FieldModel(ProjectPage projects, CurrentUser me, IntentQueries intent, SaveField save, Texts texts) : WorkFormModel<FieldForm>(projects, me, texts)
{
    public override string Part => WorkParts.CooperationPlan;
    public override string Title => Texts[IsNew ? "plan.add-field" : "plan.change-field"];

    protected override async Task<(FieldForm Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if ((await intent.PlanAsync(Project.Id, cancellation)).Fields.FirstOrDefault(row => row.Id == id) is not { } field)
            return null;
        var form = new FieldForm
        {
            Name = field.Name,
            Target = field.Target,
            ResponsibleOffice = field.ResponsibleOffice,
            Outcome = field.Outcome,
            OutcomeNote = field.OutcomeNote,
        };
        if (field.OurShare is { } ours)
            (form.OurAmount, form.OurCurrency) = (AmountText.Write(ours), ours.Currency.Code);
        if (field.PartnerShare is { } theirs)
            (form.PartnerAmount, form.PartnerCurrency) = (AmountText.Write(theirs), theirs.Currency.Code);
        return (form, field.Version);
    }

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        var input = new FieldInput
        {
            Name = Input.Name,
            Target = Input.Target,
            ResponsibleOffice = Input.ResponsibleOffice,
            OurShare = Share(Input.OurAmount, Input.OurCurrency, "Our", faults),
            PartnerShare = Share(Input.PartnerAmount, Input.PartnerCurrency, "Partner", faults),
            Outcome = Input.Outcome,
            OutcomeNote = Input.OutcomeNote,
        };
        if (faults.Count > 0)
            return faults;
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    /// <summary>A share without an amount is unknown, whatever the currency says.</summary>
    private static Money? Share(string amount, string currency, string side, List<Refusal> faults)
    {
        if (amount.Trim() == "")
            return null;
        var read = AmountText.Read(amount, currency);
        faults.AddRange(read.Refusals.Select(refusal => refusal with { Field = side + refusal.Field }));
        return read.Succeeded ? read.Value : null;
    }
}

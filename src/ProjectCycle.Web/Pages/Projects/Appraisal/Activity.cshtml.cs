using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Appraisal;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Domain.Work;
using ProjectCycle.Features.Appraisal;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Work;

namespace ProjectCycle.Web.Pages.Projects.Appraisal;

/// <summary>A new activity of a component, or one to change.</summary>
[Authorize(Policy = "work.edit")]
public sealed class ActivityModel(ProjectPage projects, CurrentUser me, Texts texts, AppraisalQueries rows, SaveActivity save)
    : WorkFormModel<ActivityModel.InputModel>(projects, me, texts)
{
    /// <summary>The inputs, as <see cref="ActivityInput"/> names them; amounts as they are typed.</summary>
    public sealed class InputModel
    {
        public Guid? ComponentId { get; set; }
        public string Name { get; set; } = "";
        public string Output { get; set; } = "";
        public string Responsible { get; set; } = "";
        public DateOnly? StartsOn { get; set; }
        public DateOnly? EndsOn { get; set; }
        public string PartnerAmount { get; set; } = "";
        public string PartnerCurrency { get; set; } = "";
        public string CounterpartAmount { get; set; } = "";
        public string CounterpartCurrency { get; set; } = "";
    }

    public override string Part => WorkParts.Components;

    public override string? Title => Texts[IsNew ? "activity.new" : "activity.change"];

    public IReadOnlyList<SelectListItem> Components { get; private set; } = [];

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        Components = [.. (await rows.ComponentsAsync(Project.Id, cancellation)).Select(line => new SelectListItem($"{line.Component.Number}. {line.Component.Name}", $"{line.Component.Id}"))];
        if (IsNew && Request.Method == HttpMethods.Get)
        {
            Input.ComponentId = Guid.TryParse(Request.Query["component"], out var component) ? component : null;
            Input.PartnerCurrency = CurrencyOf(AmountKind.Agreement);
            Input.CounterpartCurrency = CurrencyOf(AmountKind.Counterpart);
        }
    }

    protected override async Task<(InputModel Input, int Version)?> ReadAsync(Guid id, CancellationToken cancellation) =>
        await rows.RowAsync<ProjectActivity>(id, Project.Id, cancellation) is { } row
            ? (new InputModel
            {
                ComponentId = row.ComponentId,
                Name = row.Name,
                Output = row.Output,
                Responsible = row.Responsible,
                StartsOn = row.StartsOn,
                EndsOn = row.EndsOn,
                PartnerAmount = Typed(row.PartnerCost),
                PartnerCurrency = row.PartnerCurrency,
                CounterpartAmount = Typed(row.CounterpartCost),
                CounterpartCurrency = row.CounterpartCurrency,
            }, row.Version)
            : null;

    protected override async Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        var faults = new List<Refusal>();
        var input = new ActivityInput
        {
            ComponentId = Input.ComponentId,
            Name = Input.Name,
            Output = Input.Output,
            Responsible = Input.Responsible,
            StartsOn = Input.StartsOn,
            EndsOn = Input.EndsOn,
            PartnerAmount = Read(Input.PartnerAmount, Input.PartnerCurrency, "Partner", faults),
            CounterpartAmount = Read(Input.CounterpartAmount, Input.CounterpartCurrency, "Counterpart", faults),
        };
        if (faults.Count > 0)
            return faults;
        return Id is { } id
            ? (await save.ChangeAsync(id, input, Version, cancellation)).Refusals
            : (await save.AddAsync(Project.Code, input, cancellation)).Refusals;
    }

    protected override Task<Outcome<Done>> RemoveAsync(Guid id, CancellationToken cancellation) => save.RemoveAsync(id, Version, cancellation);

    private static string Typed(Money? money) => money is { } some ? AmountText.Write(some) : "";

    /// <summary>A currency without an amount says nothing; the fault of an amount goes to its own input.</summary>
    private static Money? Read(string amount, string currency, string source, List<Refusal> faults)
    {
        if (string.IsNullOrWhiteSpace(amount))
            return null;
        var read = AmountText.Read(amount, currency);
        faults.AddRange(read.Refusals.Select(fault => fault with { Field = source + fault.Field }));
        return read.Succeeded ? read.Value : null;
    }

    private string CurrencyOf(AmountKind kind) => Project.Amounts.Find(amount => amount.Kind == kind)?.Currency ?? "IDR";
}

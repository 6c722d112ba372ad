using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>What an agreement pays for the project: entered for an agreement that is there, or changed.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class FinancingModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveFinancing save, PeopleQueries people)
    : MoneyFormModel<Financing, FinancingInput>(projects, me, texts, rows, save)
{
    public override string Part => MoneyParts.Agreements;

    /// <summary>The sheet; of a new one, or of one that is gone, the list.</summary>
    public override string Here => Id is { } id && !IsRemoved ? ProjectLinks.Financing(Project.Code, id) : base.Here;

    /// <summary>Agreements that could be entered: all but those the project has.</summary>
    public IReadOnlyList<SelectListItem> Agreements { get; private set; } = [];

    /// <summary>The agreement of the one that is changed.</summary>
    public Agreement? Agreement { get; private set; }

    protected override Right EditRight => Rights.EditAgreement;

    protected override string Name => "financing";

    private bool IsRemoved { get; set; }

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var known = await Rows.FinancingsAsync(Project.Id, cancellation);
        Agreement = known.FirstOrDefault(row => row.Financing.Id == Id)?.Agreement;
        if (!IsNew)
            return;
        var taken = known.Select(row => row.Financing.AgreementId).ToHashSet();
        Agreements = [.. (await people.AgreementChoicesAsync(cancellation)).Where(a => !taken.Contains(a.Id)).Select(a => new SelectListItem($"{a.Number} – {a.Title}", $"{a.Id}")).Prepend(new SelectListItem(Texts["form.choose"], ""))];
        if (HttpMethods.IsGet(Request.Method) && known.Count == 0)
            Input = OfProject();
    }

    protected override async Task<ProjectCycle.Domain.Outcome<ProjectCycle.Domain.Done>> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        var removed = await base.RemoveAsync(id, cancellation);
        IsRemoved = removed.Succeeded;
        return removed;
    }

    /// <summary>The first agreement begins with what the project says already, since its dates become the project's.</summary>
    private FinancingInput OfProject()
    {
        var amounts = Project.Amounts.Where(amount => amount.Kind == AmountKind.Agreement).ToList();
        return new FinancingInput
        {
            AgreementId = Project.AgreementId,
            SignedOn = Project.Dates.SignedOn ?? View.Agreement?.SignedOn,
            EffectiveOn = Project.Dates.EffectiveOn,
            OriginalClosingOn = Project.Dates.ClosingOn,
            CurrencyCode = amounts is [{ } only] ? only.Currency : "",
            Amount = amounts is [{ } one] ? one.Money.Amount : null,
        };
    }
}

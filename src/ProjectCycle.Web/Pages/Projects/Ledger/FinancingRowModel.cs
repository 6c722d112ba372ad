using Microsoft.AspNetCore.Mvc;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The form of a row on the sheet of an agreement: a new one is of the agreement that <c>?financing=</c> names, else of the leading one.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class FinancingRowModel<TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyFormModel<TRow, TInput>(projects, me, texts, rows, save)
    where TRow : class, IMoneyRow
    where TInput : FinancingRowInput, new()
{
    [BindProperty(SupportsGet = true, Name = "financing")]
    public Guid? Asked { get; set; }

    public override string Part => MoneyParts.Agreements;

    /// <summary>The sheet it stands on; the overview where there is none.</summary>
    public override string Here => Input.FinancingId == Guid.Empty ? ProjectLinks.Money(Project.Code) : ProjectLinks.Financing(Project.Code, Input.FinancingId);

    /// <summary>Null while the project has no agreement that pays for it.</summary>
    public FinancingRow? Of { get; private set; }

    protected override Right EditRight => Rights.EditAgreement;

    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        var financings = await Rows.FinancingsAsync(Project.Id, cancellation);
        if (Input.FinancingId == Guid.Empty)
            Input.FinancingId = financings.Select(row => row.Financing.Id).OrderBy(id => id == Asked ? 0 : 1).FirstOrDefault();
        Of = financings.FirstOrDefault(row => row.Financing.Id == Input.FinancingId);
    }
}

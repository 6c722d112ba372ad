using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>The form of a row that hangs on a contract.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class ContractPartFormModel<TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyPartFormModel<Contract, TRow, TInput>(projects, me, texts, rows, save)
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public Contract Contract => Owner;

    public override string Part => MoneyParts.Contracts;

    public override string Here => ProjectLinks.Contract(Project.Code, Contract.Id);

    protected override string OwnerKey => "contract";

    protected override Right EditRight => Rights.EditContract;
}

using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Projects.Ledger;

namespace ProjectCycle.Web.Pages.Projects.Advance;

/// <summary>The form of a row that hangs on an advance account.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class AccountPartFormModel<TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyPartFormModel<AdvanceAccount, TRow, TInput>(projects, me, texts, rows, save)
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public AdvanceAccount Account => Owner;

    public override string Part => MoneyParts.Advance;

    public override string Here => ProjectLinks.Account(Project.Code, Account.Id);

    protected override string OwnerKey => "account";

    protected override Right EditRight => Rights.EditWithdrawal;
}

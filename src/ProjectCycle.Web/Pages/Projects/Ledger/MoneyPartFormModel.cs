using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>The form of a row that hangs on another row of the ledger: it stands below that one's address, and leads back to its sheet.</summary>
/// <typeparam name="TOwner">What it hangs on.</typeparam>
/// <typeparam name="TRow">The row.</typeparam>
/// <typeparam name="TInput">The inputs.</typeparam>
public abstract class MoneyPartFormModel<TOwner, TRow, TInput>(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveMoneyRow<TRow, TInput> save)
    : MoneyFormModel<TRow, TInput>(projects, me, texts, rows, save)
    where TOwner : class, IMoneyRow
    where TRow : class, IMoneyRow
    where TInput : class, new()
{
    public TOwner Owner { get; private set; } = null!;

    /// <summary>The piece of the route that names it.</summary>
    protected abstract string OwnerKey { get; }

    protected override async Task<bool> FindBelowAsync(CancellationToken cancellation)
    {
        var id = Guid.TryParse((string?)RouteData.Values[OwnerKey], out var given) ? given : Guid.Empty;
        if (await Rows.RowAsync<TOwner>(id, Project.Id, cancellation) is not { } owner)
            return false;
        Owner = owner;
        return true;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProjectCycle.Data.People;
using ProjectCycle.Domain.Language;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Pages.Admin.Users;

/// <summary>A new user, who is invited by mail, or one to change.</summary>
[Authorize(Policy = "user.manage")]
public sealed class EditModel(
    PeopleQueries people, SaveUser save, UserManager<User> users, SignIns signIns, PasswordMails mails, CurrentUser me, TimeProvider clock, Texts texts) : PageModel
{
    /// <summary>The inputs, as <see cref="UserInput"/> names them.</summary>
    public sealed class InputModel
    {
        public string DisplayName { get; set; } = "";
        public string Email { get; set; } = "";
        public string Language { get; set; } = Languages.Indonesian;
        public bool IsActive { get; set; }
        public List<Role> Roles { get; set; } = [];
        public List<Guid> UnitIds { get; set; } = [];
        public List<Guid> AgreementIds { get; set; } = [];
    }

    /// <summary>Null for a new user.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public InputModel Input { get; set; } = new();

    /// <summary>As saved; null for a new user.</summary>
    public User? Known { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];
    public IReadOnlyList<Agreement> Agreements { get; private set; } = [];

    public bool IsLocked => Known?.LockoutEnd > clock.GetUtcNow();

    /// <summary>True for somebody who has never chosen a password.</summary>
    public bool IsInvited => Known is { PasswordHash: null };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
            return NotFound();
        if (Known is not null)
            Input = Of(Known);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var saved = await save.HandleAsync(Id, Wanted(), cancellation);
        if (this.Turned(saved) is { } turned)
            return turned;
        if (!saved.Succeeded)
        {
            ModelState.Add(saved.Refusals, texts, nameof(Input));
            await LoadAsync(cancellation);
            return Page();
        }
        var user = (await users.FindByIdAsync(saved.Value.ToString()))!;
        if (Id is null)
            await mails.SendWelcomeAsync(user, cancellation);
        else if (user.Id == me.Id)
            await signIns.RefreshSignInAsync(user); // a change ends all sessions; this one goes on
        TempData.FlashDone(Id is null ? texts["users.invited", user.Email] : texts["users.saved", user.DisplayName]);
        return LocalRedirect("/admin/users");
    }

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellation)
    {
        var outcome = await save.UnlockAsync(Id ?? Guid.Empty, cancellation);
        if (this.Turned(outcome) is { } turned)
            return turned;
        TempData.FlashDone(texts["users.unlocked"]);
        return LocalRedirect(Request.Here());
    }

    /// <summary>Sends the link to choose a password once more.</summary>
    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancellation)
    {
        if (await users.FindByIdAsync($"{Id}") is not { IsActive: true } user)
            return NotFound();
        if (user.PasswordHash is null)
            await mails.SendWelcomeAsync(user, cancellation);
        else
            await mails.SendResetAsync(user, cancellation);
        TempData.FlashDone(texts["users.link-sent", user.Email]);
        return LocalRedirect(Request.Here());
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Known = Id is { } id ? await people.UserAsync(id, cancellation) : null;
        Units = await people.UnitChoicesAsync(Rights.ManageUsers, cancellation);
        Agreements = await people.AgreementChoicesAsync(cancellation);
        return Id is null || Known is not null;
    }

    private static InputModel Of(User user) => new()
    {
        DisplayName = user.DisplayName,
        Email = user.Email ?? "",
        Language = user.Language,
        IsActive = user.IsActive,
        Roles = [.. user.Roles.Select(role => role.Role)],
        UnitIds = [.. user.Units.Select(unit => unit.UnitId)],
        AgreementIds = [.. user.Agreements.Select(agreement => agreement.AgreementId)],
    };

    private UserInput Wanted() => new()
    {
        DisplayName = Input.DisplayName,
        Email = Input.Email,
        Language = Input.Language,
        IsActive = Id is null || Input.IsActive,
        Roles = Input.Roles,
        UnitIds = Input.UnitIds,
        AgreementIds = Input.AgreementIds,
    };
}

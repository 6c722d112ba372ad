namespace ProjectCycle.Web.Pages.Actors;

/// <summary>Addresses of the coordination team's pages.</summary>
public static class TeamLinks
{
    public const string Home = "/team";

    /// <summary>A unit's team.</summary>
    public static string Of(Guid unit) => $"{Home}?unit={unit}";

    /// <summary>The form of the decree that set it up.</summary>
    public static string Decree(Guid unit) => $"{Home}/{unit}/decree";

    /// <summary>The form of a member; of a new one when none is named.</summary>
    public static string Member(Guid unit, Guid? member = null) => $"{Home}/{unit}/members/{member?.ToString() ?? "new"}";

    /// <summary>The form of a task; of a new one when none is named.</summary>
    public static string Task(Guid unit, Guid? task = null) => $"{Home}/{unit}/tasks/{task?.ToString() ?? "new"}";
}

namespace ProjectCycle.Domain.People;

/// <summary>What a person comes for. A person may hold several roles; names are stored and may not change.</summary>
public enum Role
{
    /// <summary>PMU staff: registers projects and supplies evidence.</summary>
    Staff,

    /// <summary>Head of the PMU: moves projects through their gates.</summary>
    Manager,

    /// <summary>Finance officer of the PMU.</summary>
    Finance,

    /// <summary>Bappeda, TKKSD or legal bureau: decides what waits for it.</summary>
    Reviewer,

    /// <summary>Donor's observer: reads what belongs to their own agreements.</summary>
    Observer,

    /// <summary>Reads everything and its history.</summary>
    Auditor,

    /// <summary>Users, units, calendars, templates, background work.</summary>
    Administrator,
}

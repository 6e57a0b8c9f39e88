# Members: who is on the ticket, what stands on the accounts.
members-unknown = Member unknown here
members-nobody = (card erased)
members-unknown-now = This till does not know that member yet. Nothing has changed.
members-closed-now = The account of { $name } is closed. The ticket stays without a member.
members-two = This ticket is { $there }’s already, not { $name }’s. F2 then Delete takes { $there } off.
members-attached = { $name } is on the ticket. Account: { $balance }.
members-detached = { $name } is no longer on the ticket.

# What leaves the till: folders of closings, copies.

carry-bundled = Closing { $closing }: its folder is { $path }.
carry-not-bundled = Closing { $closing } is recorded, its folder is not written yet: { $why }. It will be at the next occasion.
carry-copying = Copying { $bundle }: { $done } of { $of }. Leave the stick in.
carry-synced = Folders copied and read back: { $count }. All is in { $path }; you may take the stick out.
carry-not-synced = Copying to { $path } stopped: { $why }. What is copied is good; the next copy finishes it.
carry-exported = The period is in { $path }.
carry-not-exported = The period is not written: { $why }. The journal is safe.
carry-copied = The inspector’s copy is in { $path }, read back; you may take the stick out.
carry-not-copied = The inspector’s copy is not made: { $why }. The journal is safe; try again.
carry-verified = The whole journal is checked, { $entries } entries: everything agrees.
carry-broken = The journal does not agree ({ $entries } entries read). { $wrong }
carry-not-verified = The journal could not be checked: see etal.log. Nothing has changed.

# In one row, for whoever sells again.
carry-aside-not-bundled = { $closing } is in the journal, without its folder: { $why }.
carry-aside-copied = The copy is done and read back; you may take the stick out.
carry-aside-not-copied = The copy has stopped: { $why }. The next one finishes it.

# Why.
carry-no-room = there is no room left
carry-read-only = nothing can be written there
carry-vanished = the stick or the folder is not there any more
carry-conflict = another one of the same name is there, left as it is
carry-nothing = there is nothing to write
carry-no-key = the signing key of that time is not there any more
carry-busy = other copies are under way, try again after them
carry-other = see etal.log
